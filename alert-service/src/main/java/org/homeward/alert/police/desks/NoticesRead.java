package org.homeward.alert.police.desks;

import java.util.List;

/** The notices that a desk has read by its program and its people, from the audit trail. */
@FunctionalInterface
interface NoticesRead {

  /** Each notice once, in the order in which the desk read them first. */
  List<NoticeRead> by(String desk);
}
