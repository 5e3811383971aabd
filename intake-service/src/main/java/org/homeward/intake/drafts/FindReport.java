package org.homeward.intake.drafts;

import java.util.Optional;
import org.homeward.durable.command.Command;
import org.jspecify.annotations.Nullable;

/** Finds the case in which a request has put a report. */
@FunctionalInterface
public interface FindReport {

  /**
   * Empty when there is no such report.
   *
   * @param joined the case that it was to join; absent when it was to open one
   */
  Optional<String> caseOf(Command command, @Nullable String joined);
}
