/** Alerts: one person writes, another approves; a stop or the end of the case ends them. */
package org.homeward.alert.orders.alerts;
