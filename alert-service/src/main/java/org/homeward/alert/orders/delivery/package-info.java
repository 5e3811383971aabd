/** Delivers alerts: plans, records and sends what each destination gets, batch by batch. */
package org.homeward.alert.orders.delivery;
