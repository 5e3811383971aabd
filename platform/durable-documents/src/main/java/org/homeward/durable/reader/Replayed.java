package org.homeward.durable.reader;

/**
 * The outcome of replaying the records that were put aside.
 *
 * @param applied could be read now
 * @param unreadable still cannot
 * @param failed could not be applied now; to be asked for again
 * @param gone are not on the topic any more
 * @param stale aggregates whose newest record is still one that was put aside
 */
public record Replayed(
    int putAside, int applied, int unreadable, int failed, int gone, int stale) {}
