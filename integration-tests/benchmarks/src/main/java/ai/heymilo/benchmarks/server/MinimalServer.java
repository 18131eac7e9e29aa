// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * As little of an HTTP/1.1 server as there can be: a thread for each connection, kept alive; what
 * it answers was rendered before. Runs in a process of its own, until its input ends.
 */
public final class MinimalServer {
  private final Answers answers;

  private MinimalServer(Answers answers) {
    this.answers = answers;
  }

  /** Serves, after having printed the port. */
  public static void main(String[] args) throws IOException {
    ServerSocket socket = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    MinimalServer server = new MinimalServer(new Answers(args));
    daemon(() -> server.accept(socket));
    System.out.println(socket.getLocalPort());
    while (System.in.read() >= 0) {
      // until whoever started it ends
    }
    System.out.println(server.answers.refused());
    System.exit(0);
  }

  private void accept(ServerSocket socket) {
    try {
      while (true) {
        Socket connection = socket.accept();
        daemon(() -> serve(connection));
      }
    } catch (IOException e) {
      e.printStackTrace();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      OutputStream out = socket.getOutputStream();
      byte[] line = new byte[8192];
      int length;
      while ((length = line(in, line)) >= 0) {
        String start = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        int body = 0;
        while ((length = line(in, line)) > 0) {
          body = Math.max(body, contentLength(line, length));
        }
        out.write(answers.to(start, in.readNBytes(body)));
      }
    } catch (IOException e) {
      return; // the client has gone
    }
  }

  /** Reads a line; returns its length, negative at the end. */
  private static int line(InputStream in, byte[] line) throws IOException {
    int length = 0;
    int next;
    while ((next = in.read()) != '\n') {
      if (next < 0) {
        return -1;
      }
      if (next != '\r') {
        line[length++] = (byte) next;
      }
    }
    return length;
  }

  private static int contentLength(byte[] line, int length) {
    if (length < 16 || (line[0] | 0x20) != 'c' || line[7] != '-' || (line[8] | 0x20) != 'l') {
      return 0;
    }
    String value = new String(line, 15, length - 15, StandardCharsets.ISO_8859_1);
    return Integer.parseInt(value.trim());
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }
}
