package org.homeward.alert.police.desks;

import java.util.List;

/** What the audit trail says that desks have read: their programs, and their people. */
@FunctionalInterface
interface NoticesRead {

  /** Each notice once, in the order in which the desk read them first. */
  List<NoticeRead> by(String desk);
}
