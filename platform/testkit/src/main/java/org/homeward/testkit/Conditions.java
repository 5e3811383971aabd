package org.homeward.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Conditions for ArchUnit from plain predicates. */
final class Conditions {
  private Conditions() {}

  static ArchCondition<JavaClass> be(String adjective, Predicate<JavaClass> predicate) {
    return new ArchCondition<>("be " + adjective) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean satisfied = predicate.test(type);
        String message = type.getName() + (satisfied ? " is " : " is not ") + adjective;
        events.add(new SimpleConditionEvent(type, satisfied, message));
      }
    };
  }
}
