package org.homeward.peers.reports;

import java.util.UUID;

/** The event on the topic. */
record ReportAccepted(UUID id, Report report) {}
