package org.homeward.intake.oversight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.durable.command.Command;
import org.homeward.durable.document.WriteOutcome;

/** Tasks of the data-protection officer; a room that sets some declares them as a bean. */
public interface OfficerTasks {

  /**
   * As the API shows them, the longest waiting first.
   *
   * @param reader the officer: nothing is told of what is kept from her
   */
  List<Map<String, Object>> open(String reader);

  /** Empty when the id is of no such task; the answer tells whether there was something to do. */
  Optional<WriteOutcome.OfRequest<?, Boolean>> done(String task, Command command, String by);
}
