package org.homeward.console.alerts;

/**
 * Whether police have said what stands in the way of an approval; a part that refreshes itself, and
 * holds no form.
 *
 * @param checked whether their word is recorded now
 */
record OrdersPage(String alertId, String caseId, boolean checked) {}
