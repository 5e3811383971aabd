package org.homeward.durable.document;

/** The source of a reaction's document, and the version of it that is applied. */
public record SourceVersion(String subject, long version) {}
