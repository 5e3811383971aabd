package org.homeward.bridge.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.bridge.handovers.HandoverSamples.NOW;
import static org.homeward.bridge.handovers.HandoverSamples.held;
import static org.homeward.bridge.handovers.HandoverSamples.holderEvents;
import static org.homeward.bridge.handovers.HandoverSamples.owned;
import static org.homeward.bridge.handovers.HandoverSamples.ownerEvents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.homeward.durable.shape.JsonStateCodec;
import org.homeward.durable.shape.Shapes;
import org.homeward.durable.shape.StateCodec;
import org.homeward.schema.json.Json;
import org.homeward.schema.snapshots.HandoverStatus;
import org.junit.jupiter.api.Test;

/** Handovers stand in the store as they always stood there. */
class StoredHandoversTest {

  private static final Path GOLDEN = Path.of("src/test/resources/stored/handovers.jsonl");

  /** Of a build that knew one brake, which had no count. */
  private static final Path EARLIER = Path.of("src/test/resources/stored/handovers-earlier.jsonl");

  private final StateCodec<Handover> codec =
      new JsonStateCodec<>(Json.mapper(), StoredHandover.class, Shapes.FIRST)
          .as(StoredHandover::state, StoredHandover::of);

  @Test
  void everyStateIsStoredAsItAlwaysWas() throws IOException {
    String written =
        samples().entrySet().stream()
            .map(each -> each.getKey() + "\t" + codec.write(each.getValue()).toJson() + "\n")
            .collect(Collectors.joining());
    Files.writeString(Path.of("target", "handovers.jsonl"), written);

    assertThat(written)
        .as("no stored handover may change its shape; target/handovers.jsonl is what is written")
        .isEqualTo(Files.exists(GOLDEN) ? Files.readString(GOLDEN) : "");
  }

  @Test
  void everyStateThatWasStoredIsRead() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(EARLIER));
    lines.addAll(Files.readAllLines(GOLDEN));
    for (String line : lines) {
      String stored = line.substring(line.indexOf('\t') + 1);

      Handover read = codec.read(Document.parse(stored), 1);

      assertThat(codec.write(read).toJson()).isEqualTo(stored);
    }
  }

  /** Each state as it is first entered, and after everything that leaves it where it is. */
  private static Map<String, Handover> samples() {
    Map<String, Handover> samples = new LinkedHashMap<>();
    for (HandoverStatus status : HandoverStatus.values()) {
      Owned fresh = owned(status);
      Owned rich = fresh;
      for (OwnerEvent event : ownerEvents().values()) {
        rich =
            OwnerDecisions.decide(rich, event, NOW)
                        instanceof HandoverDecision.Becomes<Owned> becomes
                    && becomes.next().status() == status
                ? becomes.next()
                : rich;
      }
      samples.put("owner " + status, fresh);
      samples.put("owner " + status + ", more", rich);
    }
    for (HandoverStatus status : HandoverStatus.values()) {
      Held fresh = held(status);
      Held rich = fresh;
      for (HolderEvent event : holderEvents().values()) {
        rich =
            HolderDecisions.decide(rich, event, NOW)
                        instanceof HandoverDecision.Becomes<Held> becomes
                    && becomes.next().status() == status
                ? becomes.next()
                : rich;
      }
      samples.put("holder " + status, fresh);
      samples.put("holder " + status + ", more", rich);
    }
    return samples;
  }
}
