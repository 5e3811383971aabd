package org.homeward.durable.document;

/** The source of a reaction's document, and the version of it that is applied. */
public record From(String subject, long version) {}
