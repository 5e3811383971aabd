package org.homeward.durable.document;

/** The source that a reaction's document was made from, and how much of it is applied. */
public record From(String subject, long version) {}
