/** The call log: each call, before anybody knows whether it becomes a case. */
package org.homeward.console.calls;
