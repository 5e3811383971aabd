/** The register of those who may order an alert. */
package org.homeward.alert.orders.authorities;
