package org.homeward.face.conditional;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST handler that takes no {@link RequestCommand} because a second run changes nothing: its
 * callers, such as a mail program's one-click button, cannot send an Idempotency-Key.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SafeToRepeat {

  /** Why it is so, in a sentence; not blank. */
  String value();
}
