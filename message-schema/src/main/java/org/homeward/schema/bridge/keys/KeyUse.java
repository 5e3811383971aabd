package org.homeward.schema.bridge.keys;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The use of a key; a key has one use. */
public enum KeyUse {
  @JsonProperty("sig")
  SIG,
  @JsonProperty("enc")
  ENC
}
