/** Many cases and subscriptions, written straight into the store. */
package org.homeward.bench.stored;
