// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spring.app;

import ai.heymilo.HeyMilo;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Prints what each client reads first, if told to. */
@SpringBootApplication
public class Application {
  /** Starts the application. */
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args).close();
  }

  @Bean
  CommandLineRunner firstTitles(
      Map<String, HeyMilo> clients, @Value("${print:false}") boolean print) {
    return arguments -> {
      if (print) {
        clients.forEach(
            (name, client) ->
                System.out.println(
                    name
                        + " reads "
                        + client.postings().list().stream().findFirst().get().getTitle()));
      }
    };
  }
}
