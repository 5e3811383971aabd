package org.homeward.frame.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeKeyIT {

  @TempDir Path data;

  @Test
  void servicesThatStartTogetherGetOneKey() throws Exception {
    Path fresh = data.resolve("node");
    List<Callable<String>> services =
        IntStream.range(0, 16)
            .mapToObj(i -> (Callable<String>) () -> HexFormat.of().formatHex(NodeKey.in(fresh)))
            .toList();
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Future<String>> keys = threads.invokeAll(services);
      String first = keys.getFirst().get();
      for (Future<String> key : keys) {
        assertThat(key.get()).isEqualTo(first);
      }
      assertThat(Files.readString(fresh.resolve("node-id.key"))).isEqualTo(first);
    }
    assertThat(Files.list(fresh)).hasSize(1);
  }

  @Test
  void onlyTheOwnerReadsIt() throws IOException {
    NodeKey.in(data);

    assertThat(Files.getPosixFilePermissions(data.resolve("node-id.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void damagedKeyIsNeverReplaced() throws IOException {
    Files.writeString(data.resolve("node-id.key"), "half");

    assertThatThrownBy(() -> NodeKey.in(data)).isInstanceOf(UncheckedIOException.class);
    assertThat(Files.readString(data.resolve("node-id.key"))).isEqualTo("half");
  }
}
