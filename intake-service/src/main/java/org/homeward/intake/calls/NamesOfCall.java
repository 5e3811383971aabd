package org.homeward.intake.calls;

import java.util.Set;
import java.util.TreeSet;
import org.homeward.durable.document.GuardedDocuments;

/** A call and the draft in which somebody writes it down are one call. */
public final class NamesOfCall {

  private static final String CALL = "call/";
  private static final int MOST = 20;

  private final GuardedDocuments<KeptCall> calls;

  NamesOfCall(GuardedDocuments<KeptCall> calls) {
    this.calls = calls;
  }

  public static String ofCall(String id) {
    return CALL + id;
  }

  public static String ofDraft(String id) {
    return Call.toDraft(id);
  }

  /** All that the same call is known as by now: the draft, and the calls that are tied to it. */
  public Set<String> all(String name) {
    Set<String> names = new TreeSet<>(Set.of(name));
    if (name.startsWith(CALL)) {
      calls
          .find(name.substring(CALL.length()))
          .filter(found -> found.state() instanceof Call call && call.draftId().isPresent())
          .ifPresent(found -> names.add(String.valueOf(((Call) found.state()).tiedTo())));
    } else {
      calls.page(Call.TIED_TO, name, "", MOST).forEach(each -> names.add(ofCall(each.id())));
    }
    return names;
  }
}
