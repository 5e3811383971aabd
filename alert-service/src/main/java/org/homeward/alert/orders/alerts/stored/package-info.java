/** How alerts are stored, for this release and the one before. */
package org.homeward.alert.orders.alerts.stored;
