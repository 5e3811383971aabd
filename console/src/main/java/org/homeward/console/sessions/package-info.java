/** Sessions of people who are logged in: sealed, in the store, gone when their time is over. */
package org.homeward.console.sessions;
