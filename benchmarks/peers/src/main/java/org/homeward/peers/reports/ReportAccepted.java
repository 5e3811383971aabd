package org.homeward.peers.reports;

import java.util.UUID;

/** What goes on the topic. */
record ReportAccepted(UUID id, Report report) {}
