package org.homeward.face.conditional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code homeward.body.*}.
 *
 * @param limit the largest request body that is read, chunked ones too
 */
@ConfigurationProperties("homeward.body")
record ConditionalSettings(@DefaultValue("256KB") DataSize limit) {

  ConditionalSettings {
    if (limit.toBytes() < 1 || limit.toBytes() > 16 * 1024 * 1024) {
      throw new IllegalArgumentException("homeward.body.limit is not between 1 B and 16 MB");
    }
  }
}
