/** Who of an alert's destinations got what, and the only right to send to them. */
package org.homeward.alert.orders.delivery;
