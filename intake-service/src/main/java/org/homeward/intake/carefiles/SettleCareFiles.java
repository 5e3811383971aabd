package org.homeward.intake.carefiles;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.homeward.durable.alarm.AlarmHandler;
import org.homeward.durable.document.GuardedDocuments;

/** Answers the alarms of care files; safe to repeat. */
final class SettleCareFiles implements AlarmHandler {

  private final GuardedDocuments<KeptCareFile> files;
  private final ChangeCareFile changeCareFile;
  private final Supplier<List<LookAtCareFile.ErasedBesideFile>> beside;
  private final Clock clock;

  SettleCareFiles(
      GuardedDocuments<KeptCareFile> files,
      ChangeCareFile changeCareFile,
      Supplier<List<LookAtCareFile.ErasedBesideFile>> beside,
      Clock clock) {
    this.files = files;
    this.changeCareFile = changeCareFile;
    this.beside = beside;
    this.clock = clock;
  }

  @Override
  public void due(String id) {
    Instant now = clock.instant();
    files
        .find(id)
        .ifPresent(
            read -> {
              switch (read.state()) {
                case CareFile _ -> changeCareFile.settle(id);
                case GoneCareFile _ -> {
                  if (read.dueAt(now).contains(ChangeCareFile.LINKS_DUE)) {
                    beside.get().forEach(room -> room.fileErased(id)); // upholds 7
                    changeCareFile.unlinked(read);
                  }
                }
              }
            });
  }
}
