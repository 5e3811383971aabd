package org.homeward.alert.police.signing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code GET /actuator/capkeys} lists the keys of CAP messages; {@code POST} with {@code action}
 * {@code make} makes a new one, with {@code withdraw} and {@code kid} takes one back. A private key
 * is made where it is used, and never shown.
 */
@Endpoint(id = "capkeys")
public final class HttpCapKeys {

  private static final String MAKE = "make";
  private static final String WITHDRAW = "withdraw";
  private static final Logger LOG = LoggerFactory.getLogger(HttpCapKeys.class);

  private final CapKeys capKeys;

  HttpCapKeys(CapKeys capKeys) {
    this.capKeys = capKeys;
  }

  @ReadOperation
  public Map<String, Object> list() {
    return switch (capKeys.state()) {
      case CapKeys.State.Signs(var _, CapKeyRing all) -> shown(all);
      case CapKeys.State.NoKey(CapKeyRing all) -> shown(all);
      case CapKeys.State.Unusable(String why) -> throw refused(why);
    };
  }

  /**
   * Makes a key, or takes one back.
   *
   * @param kid of the key that is withdrawn
   */
  @WriteOperation
  public Map<String, Object> act(String action, @Nullable String kid) {
    try {
      return switch (action) {
        case MAKE -> made();
        case WITHDRAW -> withdrawn(kid == null ? "" : kid);
        default -> throw refused("the action is " + MAKE + " or " + WITHDRAW);
      };
    } catch (CapKeyFile.Unusable e) {
      throw refused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw refused("the file of keys cannot be written: " + e.getClass().getSimpleName());
    }
  }

  private Map<String, Object> made() throws IOException, CapKeyFile.Unusable {
    CapKeyRing keys = capKeys.make();
    LOG.info("CAP messages are signed with key {} from now on", keys.keys().getLast().kid());
    return shown(keys);
  }

  private Map<String, Object> withdrawn(String kid) throws IOException, CapKeyFile.Unusable {
    CapKeyRing keys = capKeys.withdraw(kid).orElseThrow(() -> refused("no key has this kid"));
    LOG.warn("key {} of CAP messages is withdrawn", kid);
    return shown(keys);
  }

  private static InvalidEndpointRequestException refused(String why) {
    return new InvalidEndpointRequestException(why, why);
  }

  private static Map<String, Object> shown(CapKeyRing keys) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("signs", keys.signing().map(key -> key.kid()).orElse(""));
    answer.put("keys", keys.keys().stream().map(HttpCapKeys::shown).toList());
    return answer;
  }

  private static Map<String, Object> shown(CapKey key) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kid", key.kid());
    answer.put("since", key.since().toString());
    answer.put("fingerprint", inGroups(key.shown().fingerprint()));
    answer.put("withdrawn", key.withdrawn());
    return answer;
  }

  /** As people read it out. */
  private static String inGroups(String fingerprint) {
    return String.join(" ", List.of(fingerprint.split("(?<=\\G.{4})")));
  }
}
