package org.homeward.engines.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/** Formats a directory for Kafka once. */
final class LogFormat {
  private LogFormat() {}

  /** Returns the cluster id, which the directory keeps. */
  static String formatOnce(Path log, EmbeddedBroker.Settings settings) throws IOException {
    Path meta = log.resolve("meta.properties"); // written last
    if (!Files.exists(meta)) {
      format(Files.createDirectories(log), settings);
    }
    var properties = new Properties();
    try (Reader in = Files.newBufferedReader(meta, StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return Objects.requireNonNull(
        properties.getProperty("cluster.id"), meta + " has no cluster id");
  }

  private static void format(Path log, EmbeddedBroker.Settings settings) throws IOException {
    String id = settings.clusterId();
    try {
      new Formatter()
          .setNodeId(settings.nodeId())
          .setClusterId(id.isBlank() ? Uuid.randomUuid().toString() : id)
          .setDirectories(List.of(log.toString()))
          .setMetadataLogDirectory(log.toString())
          .setControllerListenerName(BrokerProperties.CONTROLLER)
          .setIgnoreFormatted(true)
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the broker's directory cannot be formatted", e);
    }
  }
}
