/** The needs and services around a care file, the consent to them, and the plan. */
package org.homeward.console.support;
