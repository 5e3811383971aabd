package org.homeward.durable.alarm;

/**
 * Answers one document's alarms. It must leave the document without the dues it has answered, or
 * they come again; it may be called twice for the same alarm.
 */
@FunctionalInterface
public interface AlarmHandler {
  void due(String id);
}
