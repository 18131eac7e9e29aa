// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import ai.heymilo.testkit.Client;
import ai.heymilo.testkit.Op;
import ai.heymilo.testkit.RawServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In HTTP/2 a server can say that it has not processed a request: it is sent again. */
@Timeout(60)
class Http2Test {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;
  private static final int ACK = 1;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int REFUSED_STREAM = 7;
  private static final byte[] STATUS_200 = {(byte) 0x88};

  @ParameterizedTest
  @EnumSource(
      value = Op.class,
      names = {"CREATE", "GET_POSTING", "CLONE"})
  void aRefusedStreamIsSentAgain(Op call) {
    int[] streams = {0};
    try (RawServer server = RawServer.answering(socket -> refusing(1, socket, streams));
        Client client = Client.with(o -> o.httpClient(http2()))) {
      call.on(client.sender(), server.url());

      assertThat(streams[0]).isEqualTo(2);
    }
  }

  /** Before, the JDK does not tell these streams from others. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void aStreamAboveTheLastOfAServerThatGoesAwayIsSentAgain() {
    int[] streams = {0};
    try (RawServer server = RawServer.answering(socket -> refusing(2, socket, streams));
        Client client = Client.with(o -> o.httpClient(http2()))) {
      Op.GET_POSTING.on(client.sender(), server.url());
      Op.CREATE.on(client.sender(), server.url());

      assertThat(streams[0]).isEqualTo(3);
    }
  }

  private static HttpClient http2() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_2)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  /**
   * Switches to HTTP/2, and answers every stream but the n-th: the first is refused, others are
   * late.
   */
  private static boolean refusing(int refused, Socket socket, int[] streams) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(
        "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    frame(out, SETTINGS, 0, 0, new byte[0]);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    in.readFully(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length()]);
    answer(out, 1, refused, streams);
    while (true) {
      int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      in.readFully(new byte[length]);
      if (type == SETTINGS && flags != ACK) {
        frame(out, SETTINGS, ACK, 0, new byte[0]);
      } else if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
        answer(out, stream, refused, streams);
      }
    }
  }

  private static void answer(OutputStream out, int stream, int refused, int[] streams)
      throws IOException {
    if (++streams[0] != refused) {
      frame(out, HEADERS, END_HEADERS, stream, STATUS_200);
      frame(out, DATA, END_STREAM, stream, "{\"data\":{}}".getBytes(StandardCharsets.UTF_8));
    } else if (stream == 1) {
      frame(out, RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(REFUSED_STREAM).array());
    } else {
      frame(out, GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(stream - 2).array());
    }
  }

  private static void frame(OutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.put((byte) 0).putShort((short) payload.length).put((byte) type).put((byte) flags);
    out.write(frame.putInt(stream).put(payload).array());
    out.flush();
  }
}
