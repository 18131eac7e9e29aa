// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.server;

import ai.heymilo.benchmarks.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A {@link MinimalServer} in a process of its own. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final String baseUrl;

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.US_ASCII);
    this.baseUrl = "http://127.0.0.1:" + output.readLine();
  }

  /** Starts one that has candidates, and no limit. */
  public static ServerProcess start(int candidates) throws IOException {
    return limited(candidates, 0, 0);
  }

  /** Starts one that permits so many requests in a rolling window. */
  public static ServerProcess limited(int candidates, int limit, long windowMillis)
      throws IOException {
    return new ServerProcess(
        Jvm.running(
                List.of("-Xmx256m", "-XX:+UseSerialGC"),
                MinimalServer.class,
                String.valueOf(candidates),
                String.valueOf(limit),
                String.valueOf(windowMillis))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  public String baseUrl() {
    return baseUrl;
  }

  /** Ends it; returns how many requests it refused. */
  public int stop() throws IOException {
    process.getOutputStream().close();
    return Integer.parseInt(output.readLine());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
