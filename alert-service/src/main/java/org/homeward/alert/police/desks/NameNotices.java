package org.homeward.alert.police.desks;

import java.util.Collection;
import java.util.Map;

/** The short names of notices for the telephone, by id. */
@FunctionalInterface
public interface NameNotices {
  Map<String, String> of(Collection<String> notices);
}
