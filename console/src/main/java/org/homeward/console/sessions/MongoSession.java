package org.homeward.console.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session as one request has it; it knows what the request has changed. */
final class MongoSession implements Session {

  private String id;
  private @Nullable String storedAs;
  private final Map<String, Object> attributes;
  private final Set<String> changed = new HashSet<>();
  private final Instant createdAt;
  private Instant lastSeen;
  private Duration idle;

  /**
   * @param stored whether the store has it under this id
   */
  MongoSession(
      String id,
      boolean stored,
      Map<String, Object> attributes,
      Instant createdAt,
      Instant lastSeen,
      Duration idle) {
    this.id = id;
    this.storedAs = stored ? id : null;
    this.attributes = new HashMap<>(attributes);
    this.createdAt = createdAt;
    this.lastSeen = lastSeen;
    this.idle = idle;
  }

  /** The id under which the store has it; null when it has none yet. */
  @Nullable String storedAs() {
    return storedAs;
  }

  void stored() {
    storedAs = id;
    changed.clear();
  }

  boolean isChanged() {
    return !changed.isEmpty();
  }

  Map<String, Object> attributes() {
    return attributes;
  }

  /** Applies this request's changes on top of those that others have stored meanwhile. */
  Map<String, Object> over(Map<String, Object> stored) {
    Map<String, Object> merged = new HashMap<>(stored);
    for (String name : changed) {
      Object value = attributes.get(name);
      if (value == null) {
        merged.remove(name);
      } else {
        merged.put(name, value);
      }
    }
    return merged;
  }

  @Override
  public String getId() {
    return id;
  }

  /** After a login, so that nobody who knew the id before knows it then. */
  @Override
  public String changeSessionId() {
    id = MongoSessions.freshId();
    return id;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable T getAttribute(String name) {
    return (T) attributes.get(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return Set.copyOf(attributes.keySet());
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    changed.add(name);
    if (value == null) {
      attributes.remove(name);
    } else {
      attributes.put(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    setAttribute(name, null);
  }

  @Override
  public Instant getCreationTime() {
    return createdAt;
  }

  @Override
  public void setLastAccessedTime(Instant time) {
    lastSeen = time;
  }

  @Override
  public Instant getLastAccessedTime() {
    return lastSeen;
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    idle = interval;
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return idle;
  }

  @Override
  public boolean isExpired() {
    return false; // the store says it
  }
}
