/** Organisations answer an alert: seen, acting, not ours; the silent are listed. */
package org.homeward.alert.orders.acknowledgements;
