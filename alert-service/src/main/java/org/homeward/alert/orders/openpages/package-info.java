/** Open pages: what everybody reads of the public alerts that go out now. */
package org.homeward.alert.orders.openpages;
