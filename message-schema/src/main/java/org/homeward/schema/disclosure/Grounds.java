package org.homeward.schema.disclosure;

import java.util.Set;

/** The grounds on record now for telling this recipient. */
@FunctionalInterface
public interface Grounds {

  Set<Ground> recorded(Recipient recipient);
}
