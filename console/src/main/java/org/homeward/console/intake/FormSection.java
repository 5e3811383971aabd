package org.homeward.console.intake;

import java.util.List;

/**
 * A part of the form, in the order of a call.
 *
 * @param name the end of the keys of its words
 */
record FormSection(String name, List<QuestionGroup> groups) {

  FormSection {
    groups = List.copyOf(groups);
  }

  static FormSection of(String name, QuestionGroup... groups) {
    return new FormSection(name, List.of(groups));
  }
}
