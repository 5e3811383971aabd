/** The service's database, its log of looks, and failures of both as problems. */
package org.homeward.frame.store;
