package org.homeward.intake.episodes;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The stored document of two children of cases that somebody has linked: the link, or the mark that
 * one of the cases is erased, which has no place for their ids. Its id is made of both children, so
 * that two people who link the same two write one document.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Link.class, name = "LINK"),
  @JsonSubTypes.Type(value = GoneLink.class, name = "GONE")
})
sealed interface KeptLink permits Link, GoneLink {}
