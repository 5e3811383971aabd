package org.homeward.durable.document;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next the walk to the following page; empty when this is the last
 * @param newer on the last page, the walk through what has changed since the first one was asked
 *     for; empty on all others
 */
public record ListPage<S>(
    List<Guarded<S>> documents, Optional<ListWalk> next, Optional<ListWalk> newer) {}
