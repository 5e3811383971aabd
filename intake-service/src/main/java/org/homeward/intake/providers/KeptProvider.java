package org.homeward.intake.providers;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The stored document of a provider, or the mark that it is out of the directory. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Provider.class, name = "PROVIDER"),
  @JsonSubTypes.Type(value = GoneProvider.class, name = "GONE")
})
sealed interface KeptProvider permits Provider, GoneProvider {}
