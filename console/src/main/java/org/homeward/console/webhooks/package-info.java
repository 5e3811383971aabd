/** The register of systems of organisations, which are told of alerts by webhooks. */
package org.homeward.console.webhooks;
