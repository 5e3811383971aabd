package org.homeward.durable.command;

/** A command that a document remembers, with the version that its write made. */
public record AppliedCommand(String id, String hash, long version) {}
