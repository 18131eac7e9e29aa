// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What a {@link RawServer} does with a request. */
@FunctionalInterface
public interface Reply {
  /** Returns whether the connection stays open for another request. */
  boolean to(Socket socket) throws IOException, InterruptedException;

  /** A complete answer in JSON. Headers are whole lines. */
  static Reply json(int status, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
    head.append("Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return socket -> {
      OutputStream out = socket.getOutputStream();
      out.write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.write(bytes);
      out.flush();
      return true;
    };
  }

  /** A success that every operation can read but those that list. */
  static Reply ok() {
    return json(200, "{\"data\":{}}");
  }

  /** An answer without a body. */
  static Reply status(int status, String... headers) {
    return json(status, "", headers);
  }

  /** These bytes, and then the end of the connection. */
  static Reply raw(String bytes) {
    return socket -> {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return false;
    };
  }

  /** The end of the connection before a byte. */
  static Reply eof() {
    return raw("");
  }

  /** These bytes, and then a reset of the connection. */
  static Reply reset(String bytes) {
    return socket -> {
      raw(bytes).to(socket);
      socket.setSoLinger(true, 0);
      return false;
    };
  }

  /** No answer; the connection stays open. */
  static Reply silence() {
    return socket -> {
      socket.getInputStream().readAllBytes(); // until the client gives up
      return false;
    };
  }

  /** These bytes, then one further byte every so many milliseconds, until the client gives up. */
  static Reply drip(String bytes, int millis) {
    return socket -> {
      OutputStream out = socket.getOutputStream();
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      while (true) {
        out.write(' ');
        out.flush();
        Thread.sleep(millis);
      }
    };
  }

  /** These bytes, then blanks without end, as fast as they go. */
  static Reply endless(String bytes) {
    return socket -> {
      OutputStream out = socket.getOutputStream();
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.ISO_8859_1);
      while (true) {
        out.write(blanks);
      }
    };
  }
}
