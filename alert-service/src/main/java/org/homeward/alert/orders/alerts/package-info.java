/** Alerts: what one person writes, another approves, and nothing may outlive. */
package org.homeward.alert.orders.alerts;
