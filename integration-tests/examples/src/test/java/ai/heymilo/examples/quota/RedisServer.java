// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.examples.quota;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** A Redis of a test's own, on a free port of loopback, that keeps nothing. */
final class RedisServer implements AutoCloseable {
  private final Process process;
  private final int port;

  private RedisServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a server; skips the test where Redis is not installed. */
  static RedisServer startOrSkip(Path folder) throws IOException {
    Assumptions.assumeTrue(
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "redis-server"))),
        "SKIPPED: there is no redis-server on the PATH (Debian's package redis-server has it)");
    int port = freePort();
    RedisServer server = new RedisServer(start(folder, port), port);
    server.awaitPort();
    return server;
  }

  private static Process start(Path folder, int port) throws IOException {
    return new ProcessBuilder(
            "redis-server",
            "--port",
            String.valueOf(port),
            "--bind",
            "127.0.0.1",
            "--dir",
            folder.toString(),
            "--save",
            "",
            "--appendonly",
            "no")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("redis.log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitPort() throws IOException {
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        if (!process.isAlive()) {
          throw new IOException("redis-server ended with " + process.exitValue(), e);
        }
        Thread.onSpinWait();
      }
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
