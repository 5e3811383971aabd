package org.homeward.schema.bridge;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a key is for; a key has one use. */
public enum KeyUse {
  @JsonProperty("sig")
  SIG,
  @JsonProperty("enc")
  ENC
}
