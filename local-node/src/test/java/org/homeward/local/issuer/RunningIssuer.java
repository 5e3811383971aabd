package org.homeward.local.issuer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts issuers as the local node does, with settings for tests. */
final class RunningIssuer {

  static final String DESK = "0b8b3c1e-7f3e-4c57-9d5f-3f1b1f0e9a11";

  private RunningIssuer() {}

  static ConfigurableApplicationContext run(int port, Path data, String... more) {
    var settings =
        new TreeMap<>(
            Map.of(
                "server.port",
                "" + port,
                "homeward.demo",
                "true",
                "homeward.issuer",
                "http://127.0.0.1:" + port,
                "homeward.audience",
                "homeward-test",
                "homeward.data",
                data.toString(),
                "homeward.token-life",
                "7m",
                "homeward.demo-desk",
                DESK));
    for (var setting : more) {
      settings.put(setting.split("=")[0], setting.split("=")[1]);
    }
    var arguments =
        settings.entrySet().stream().map(it -> "--" + it.getKey() + "=" + it.getValue());
    return new SpringApplicationBuilder(DemoIssuer.class)
        .properties("spring.config.name=issuer")
        .run(arguments.toArray(String[]::new));
  }

  static String printedBy(Action action) throws Exception {
    var console = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  interface Action {
    void run() throws Exception;
  }
}
