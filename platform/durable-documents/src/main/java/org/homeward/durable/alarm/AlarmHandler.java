package org.homeward.durable.alarm;

/**
 * Handles one document's alarms. It must remove the dues it has handled, or they fire again; it may
 * be called twice for the same alarm.
 */
@FunctionalInterface
public interface AlarmHandler {
  void due(String id);
}
